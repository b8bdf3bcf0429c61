package linkdoctor.explain.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import linkdoctor.explain.Explanation.Caller;
import linkdoctor.facts.Ip;

/**
 * Reads the values of a Key Vault error. Every pattern is bounded, so that no text takes long, and anchored at the
 * word before the value, so that nothing else is taken for it.
 */
final class Values {
    private static final List<String> INNER_CODES = List.of("ForbiddenByConnection", "ForbiddenByFirewall", "ForbiddenByRbac", "ForbiddenByPolicy",
            "AccessDenied", "ObjectIsDeletedButRecoverable", "ObjectIsBeingDeleted", "ObjectIsBeingRecovered", "SecretDisabled", "KeyDisabled",
            "CertificateDisabled");
    private static final Pattern INNER = any("inner_?error\"?[:=]\"?\\{\"?code\"?[:=]\"?([a-z]{3,60})(?![a-z])");
    /** In YAML and XML, where nothing but the code itself tells where it ends. */
    private static final Pattern LOOSE_INNER = any("innererror[>:]<?code[>:](" + String.join("|", INNER_CODES) + ")");
    private static final Pattern NETWORK_INNER = any("(forbiddenby(?:connection|firewall))");
    private static final Pattern BARE_INNER = any("(forbiddenby(?:connection|firewall|rbac|policy)|objectis(?:deletedbutrecoverable|beingdeleted|beingrecovered))");
    private static final String V4 = "\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d|\\.\\d|\\.{3}|\u2026)";
    private static final String BEFORE_ADDRESS = "(?:client(?:ip)?address\"?:?\"?\\(?|caller_?ip_?address(?:_s)?\"?[:=]?\"?,?\"?|(?<![a-z_])addr=)";
    private static final Pattern ADDRESS = any(BEFORE_ADDRESS + "(" + V4 + ")");
    private static final Pattern ADDRESS_6 = any(BEFORE_ADDRESS + "([0-9a-f:.]{2,45}?)(?=caller|from|vault|act_|[\\[\"'),;]|$)");
    /** Masked ids of public pages have a digit too many. */
    private static final String GUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\d?)(?![0-9a-f-])";
    private static final Pattern APP = any("(?<![a-z])appid(?:_g)?\"?[=:]\"?" + GUID);
    private static final Pattern OBJECT = any("(?:(?<![a-z])oid(?:_g)?|objectidentifier(?:_g)?|objectid)\"?[=:]?\"?" + GUID);
    private static final Pattern TENANT = any("(?<![a-z])iss\"?[=:]\"?https?://[a-z0-9.-]{4,60}/" + GUID);
    private static final Pattern FOUND_TENANT = any("(?:found|wrongissuer)\"?https?://[a-z0-9.-]{4,60}/" + GUID);
    private static final Pattern IDENTITY = any("xms_(?:mirid|az_rid)\"?[=:]\"?(/subscriptions/[^;:=*\"\\s]{20,400})");
    private static final Pattern LOCATION = any(";location=\\s?([a-z0-9]{3,30})");
    private static final Pattern ACTION = any("action:?\"?(microsoft\\.keyvault/[a-z/]{3,100}?/(?:action|read(?!metadata)|write|delete))");
    private static final Pattern PERMISSION = any("doesnothave(secrets?|keys?|certificates?|storage)([a-z,]{2,40}?)permissiononkeyvault");
    private static final Pattern OPERATION = any("(?<![a-z])(?:operation(?:name)?\"?:?\"([a-z]{2,40})\"|operationname:([a-z]{2,40})(?![a-z]))");

    private Values() {
    }

    private static Pattern any(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * The innermost code; it stands last. A refusal by the network counts before any other, as everywhere. One at the
     * end of a text that is cut off may be half of it.
     */
    static Optional<String> innerCode(PastedText text) {
        Matcher inner = INNER.matcher(text.run());
        String code = "";
        while (inner.find()) {
            code = text.sure(inner.end()) ? inner.group(1) : code;
        }
        Optional<String> last = Optional.of(code).filter(one -> !one.isEmpty());
        return first(NETWORK_INNER, text).or(() -> first(BARE_INNER, text)).or(() -> last).or(() -> first(LOOSE_INNER, text)).map(Values::asWritten);
    }

    private static String asWritten(String code) {
        return INNER_CODES.stream().filter(code::equalsIgnoreCase).findFirst().orElse(code);
    }

    static Optional<String> clientAddress(PastedText text) {
        return first(ADDRESS, text).or(() -> first(ADDRESS_6, text).filter(literal -> literal.contains(":")))
                .flatMap(Ip::parse).map(Ip::toString);
    }

    static Caller caller(PastedText text) {
        return new Caller(first(APP, text), first(OBJECT, text), first(TENANT, text).or(() -> first(FOUND_TENANT, text)),
                first(IDENTITY, text).map(Values::beforeNext));
    }

    /** Without blanks the next line's word follows the id directly. */
    private static String beforeNext(String id) {
        return id.replaceFirst("(?i)(?:vault:|action:|resource:|caller:|client ?address:).*$", "");
    }

    static Optional<String> location(PastedText text) {
        Matcher lines = LOCATION.matcher(text.lines());
        Optional<String> token = lines.find() && (lines.end() < text.lines().length() || text.whole())
                ? Optional.of(lines.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        boolean ended = token.filter(Regions::known).isPresent() && (lines.end() == text.lines().length() || text.lines().charAt(lines.end()) != '\n');
        return ended ? token : joined(text).or(() -> token);
    }

    /** A region whose name may go on in the next line; what follows is then no region's name, nor the digits of a time. */
    private static Optional<String> joined(PastedText text) {
        int at = text.lower().indexOf(";location=");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + ";location=".length();
        String rest = text.lower().substring(from, Math.min(text.lower().length(), from + 40));
        return Regions.beginning(rest).filter(region -> text.sure(from + region.length()));
    }

    static Optional<String> action(PastedText text) {
        Matcher permission = PERMISSION.matcher(text.run());
        Optional<String> missing = permission.find()
                ? Optional.of(permission.group(1).toLowerCase(Locale.ROOT) + " " + permission.group(2).toLowerCase(Locale.ROOT)) : Optional.empty();
        return Stream.of(first(ACTION, text), missing, first(OPERATION, text)).flatMap(Optional::stream).findFirst();
    }

    /** The first that cannot have been cut off. */
    private static Optional<String> first(Pattern pattern, PastedText text) {
        Matcher matcher = pattern.matcher(text.run());
        while (matcher.find()) {
            if (text.sure(matcher.end())) {
                return Optional.ofNullable(matcher.group(matcher.groupCount())).or(() -> Optional.ofNullable(matcher.group(1)));
            }
        }
        return Optional.empty();
    }
}
