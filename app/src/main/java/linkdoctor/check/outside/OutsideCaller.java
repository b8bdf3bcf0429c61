package linkdoctor.check.outside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import linkdoctor.facts.host.Client;

/**
 * A kind of caller that usually stands in no network of one's own, with what to do so that it gets in; kept as data in
 * {@code outside-callers.txt}.
 *
 * @param id      what to call it in a command
 * @param trusted the service that the firewall trusts it as; empty when it is on no list
 * @param beside  what it does that is not the use it is trusted for; empty where it is on no list
 * @param advice  what to do, the best way first
 */
public record OutsideCaller(String id, String name, Optional<TrustedService> trusted, String beside, List<String> advice, String link) {
    public static final List<OutsideCaller> KNOWN = read();

    public OutsideCaller {
        advice = List.copyOf(advice);
    }

    public static Optional<OutsideCaller> of(String id) {
        return KNOWN.stream().filter(one -> one.id().equalsIgnoreCase(id.strip()) || one.name().equalsIgnoreCase(id.strip())).findFirst();
    }

    /** The one that this machine is; empty for a machine of the user's own. */
    public static Optional<OutsideCaller> of(Client.Kind platform) {
        return switch (platform) {
            case MACHINE -> Optional.empty();
            case CLOUD_SHELL -> of("cloud-shell");
            case APP_SERVICE -> of("app-service");
            case PIPELINES_HOSTED -> of("azure-devops");
        };
    }

    /** One sentence on what the list of trusted services says of it, and when it said so. */
    public String standing() {
        String list = "Microsoft's list of " + TrustedServices.LISTED.dated();
        return trusted.map(service -> list + " trusts " + service.name() + " for " + service.use() + "; not for " + beside + ".")
                .orElse("It is on no line of " + list + ", so letting trusted services in does not help it.");
    }

    private static List<OutsideCaller> read() {
        List<OutsideCaller> all = new ArrayList<>();
        for (String line : Data.lines("outside-callers.txt")) {
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                all.add(new OutsideCaller(line.substring(1, end), line.substring(end + 1).strip(), Optional.empty(), "", List.of(), ""));
            } else {
                all.set(all.size() - 1, all.getLast().with(Data.before(line), Data.after(line)));
            }
        }
        return List.copyOf(all);
    }

    private OutsideCaller with(String name, String value) {
        return switch (name) {
            case "trusted" -> new OutsideCaller(id, this.name, Optional.of(TrustedServices.LISTED.named(value).orElseThrow(
                    () -> new IllegalStateException("no trusted service " + value))), beside, advice, link);
            case "beside" -> new OutsideCaller(id, this.name, trusted, value, advice, link);
            case "do" -> {
                List<String> more = new ArrayList<>(advice);
                more.add(value);
                yield new OutsideCaller(id, this.name, trusted, beside, more, link);
            }
            case "link" -> new OutsideCaller(id, this.name, trusted, beside, advice, value);
            default -> throw new IllegalStateException("no member " + name + " of a caller");
        };
    }
}
