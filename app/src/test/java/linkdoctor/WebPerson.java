package linkdoctor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the lab's sign-in pages, quicker than with a real browser. */
public final class WebPerson {
    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Map<String, String> ENGINEER = Map.of("login", "engineer@fabrikam.example", "passwd", "practice", "answer", "accept");

    private WebPerson() {
    }

    /** Signs in at the page, and brings the answer back to the program that asked. */
    static void signIn(URI page) throws IOException, InterruptedException {
        bringBack(post(page, ENGINEER));
    }

    /** What the person types into the form, as it is sent. */
    public static String typed() {
        return form(ENGINEER);
    }

    /** Sends the form that the page holds to the program that asked, as its script does. */
    public static void bringBack(String answer) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(answer).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        Matcher action = ACTION.matcher(answer);
        if (!action.find()) {
            throw new IOException("no way back in " + answer);
        }
        post(URI.create(action.group(1)), fields);
    }

    /** Enters a device code, and signs in or declines. */
    static String enter(URI signInPages, String code, String answer) throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(ENGINEER);
        fields.put("otc", code);
        fields.put("answer", answer);
        return post(URI.create(signInPages + "/common/oauth2/deviceauth"), fields);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String post(URI to, Map<String, String> fields) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(to).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form(fields))).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
