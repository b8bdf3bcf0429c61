package linkdoctor.ui;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import linkdoctor.probe.SignInPrompt;

/** Somebody at a browser, on the lab's page for device codes. */
public final class Person {
    private Person() {
    }

    /** Enters the code, and signs in as the practice engineer. */
    public static void signsIn(SignInPrompt.DeviceCode prompt) throws Exception {
        answers(prompt, "accept");
    }

    /** Enters the code, and declines. */
    public static void declines(SignInPrompt.DeviceCode prompt) throws Exception {
        answers(prompt, "deny");
    }

    private static void answers(SignInPrompt.DeviceCode prompt, String answer) throws IOException, InterruptedException {
        String form = Map.of("otc", prompt.code(), "login", "engineer@fabrikam.example", "passwd", "practice", "answer", answer).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpResponse<String> page = browser.send(HttpRequest.newBuilder(URI.create(prompt.page().toString()))
                    .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (page.statusCode() != 200 || !page.body().contains("You ")) {
                throw new AssertionError("the sign-in page said: " + page.body());
            }
        }
    }
}
