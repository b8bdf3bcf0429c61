package linkdoctor.lab.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import linkdoctor.lab.http.Json;

/**
 * The part of KQL that the practice workspace understands: the filters of the first table, those of the whole, and how many
 * rows to take. Any other step is refused, for an answer that left it out would be a wrong one.
 */
record Kql(List<Predicate<AuditLog.Entry>> filters, int take) {
    private static final Pattern SINCE = Pattern.compile("where TimeGenerated >= (?:datetime\\(([^)]+)\\)|ago\\((\\d+)([hms])\\))");
    private static final Pattern VAULT = Pattern.compile("where _ResourceId (=~|endswith) (\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern WHO = Pattern.compile("where ((?:(?:ObjectId|AppId) in~|Address in) .*)");
    private static final Pattern ONE_OF = Pattern.compile("(ObjectId|AppId|Address) in~? \\(([^)]*)\\)(?: or )?");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern TAKE = Pattern.compile("take (\\d+)");
    /** What shapes the columns, which are the practice workspace's own. */
    private static final Pattern SHAPE = Pattern.compile("union .*|\\(?AzureDiagnostics|\\(?AZKVAuditLogs|where Category == .*|project .*|order by TimeGenerated desc");

    /** Reads a query; empty where it holds a step that is not understood. */
    static Optional<Kql> read(String query) {
        List<Predicate<AuditLog.Entry>> filters = new ArrayList<>();
        int take = Integer.MAX_VALUE;
        for (String step : query.replaceAll("(?m)^//.*$", "").strip().split("\n(?=\\s*[|(])")) {
            String line = step.strip().replaceFirst("^\\| ?", "").replaceAll("\\s+", " ");
            Matcher taken = TAKE.matcher(line);
            Optional<Predicate<AuditLog.Entry>> filter = filter(line);
            if (taken.matches()) {
                take = Integer.parseInt(taken.group(1));
            } else if (filter.isPresent()) {
                filters.add(filter.get());
            } else if (!SHAPE.matcher(line).matches()) {
                return Optional.empty();
            }
        }
        return Optional.of(new Kql(List.copyOf(filters), take));
    }

    private static Optional<Predicate<AuditLog.Entry>> filter(String line) {
        Matcher since = SINCE.matcher(line);
        if (since.matches()) {
            Instant from = since.group(1) != null ? Instant.parse(since.group(1))
                    : Instant.now().minus(Duration.parse("PT" + since.group(2) + since.group(3).toUpperCase(java.util.Locale.ROOT)));
            return Optional.of(entry -> !entry.at().isBefore(from));
        }
        Matcher vault = VAULT.matcher(line);
        if (vault.matches()) {
            String wanted = text(vault.group(2)).toLowerCase(java.util.Locale.ROOT);
            return Optional.of(entry -> vault.group(1).equals("=~") ? entry.vault().text().equalsIgnoreCase(wanted)
                    : entry.vault().text().toLowerCase(java.util.Locale.ROOT).endsWith(wanted));
        }
        Matcher who = WHO.matcher(line);
        return who.matches() ? Optional.of(who(who.group(1))) : Optional.empty();
    }

    private static Predicate<AuditLog.Entry> who(String either) {
        return ONE_OF.matcher(either).results().<Predicate<AuditLog.Entry>>map(one -> {
            List<String> texts = TEXT.matcher(one.group(2)).results().map(MatchResult::group).map(Kql::text).toList();
            return entry -> texts.stream().anyMatch(text -> text.equalsIgnoreCase(switch (one.group(1)) {
                case "ObjectId" -> entry.objectId();
                case "AppId" -> entry.appId();
                default -> entry.address();
            }));
        }).reduce(entry -> false, Predicate::or);
    }

    /** A quoted text of KQL is one of JSON. */
    private static String text(String quoted) {
        return Json.parse(quoted).map(node -> node.asText()).orElse(quoted);
    }
}
