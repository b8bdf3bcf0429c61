package linkdoctor.probe.https;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of the Bearer challenge in {@code WWW-Authenticate}, in any order, quoted or not. */
public record Challenges(Map<String, String> parameters) {
    /** Never backs up: a header of 64 KiB would else cost seconds, or the stack. */
    private static final Pattern PARAMETER = Pattern.compile(
            "(?<![A-Za-z0-9_-])([A-Za-z_][A-Za-z0-9_-]*+)\\s*+=\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]++))");
    private static final Pattern SCHEME = Pattern.compile("(?:^|,)\\s*+([A-Za-z][A-Za-z0-9-]*+)\\s++(?=[A-Za-z_])");
    /** An id or a domain: it becomes part of the sign-in's address and of commands. */
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,252}");

    public static Challenges parse(List<String> headers) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String header : headers) {
            String bearer = bearerPart(header);
            for (Matcher m = PARAMETER.matcher(bearer); m.find(); ) {
                String value = m.group(2) == null ? m.group(3) : m.group(2).replaceAll("\\\\(.)", "$1");
                parameters.putIfAbsent(m.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return new Challenges(parameters);
    }

    /** What stands between {@code Bearer} and the next scheme; the whole header when it names no scheme. */
    private static String bearerPart(String header) {
        Matcher scheme = SCHEME.matcher(header);
        int start = -1;
        boolean any = false;
        while (scheme.find()) {
            any = true;
            if (start >= 0) {
                return header.substring(start, scheme.start());
            }
            if (scheme.group(1).equalsIgnoreCase("Bearer")) {
                start = scheme.end();
            }
        }
        return start >= 0 ? header.substring(start) : any ? "" : header;
    }

    /** The tenant: the first path segment of the authority, whose host is not taken: the cloud names its own. */
    public Optional<String> tenant() {
        return first("authorization", "authorization_uri").flatMap(authority -> {
            try {
                String path = URI.create(authority).getRawPath();
                return Optional.ofNullable(path).map(text -> text.replaceFirst("^/+", "").replaceFirst("/.*", ""));
            } catch (IllegalArgumentException notAUri) {
                return Optional.empty();
            }
        }).filter(segment -> TENANT.matcher(segment).matches());
    }

    /** The audience that tokens must be for, without {@code /.default} and trailing slash. */
    public Optional<String> audience() {
        return first("resource", "scope")
                .map(text -> text.strip().replaceFirst("/\\.default$", "").replaceFirst("/+$", ""))
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> first(String... names) {
        return java.util.Arrays.stream(names).map(parameters::get).filter(java.util.Objects::nonNull).findFirst();
    }
}
