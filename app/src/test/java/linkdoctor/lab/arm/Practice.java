package linkdoctor.lab.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.Scenarios;
import linkdoctor.lab.World;
import linkdoctor.lab.World.Account;
import linkdoctor.lab.http.Answer;
import linkdoctor.lab.http.Json;
import linkdoctor.lab.http.Request;
import linkdoctor.lab.scenario.Play;

/** ARM over a scenario, asked in one line. */
record Practice(Estate estate, ArmServer arm, Account caller) {

    static Practice of(String scenario) {
        Play play = Scenarios.named(scenario).orElseThrow().play();
        Account engineer = play.world().accounts().stream()
                .filter(one -> one.login().equals(HealthyEstate.ENGINEER.login())).findFirst().orElseThrow();
        return new Practice(play.estate(), new ArmServer(play.estate(), play.world()), engineer);
    }

    static Practice of(World world, Account caller) {
        Estate estate = HealthyEstate.estate();
        return new Practice(estate, new ArmServer(estate, world), caller);
    }

    Practice as(Account other) {
        return new Practice(estate, arm, other);
    }

    Answer ask(String method, String target, String body, Map<String, String> headers) {
        String versioned = target.contains("api-version=") ? target
                : target + (target.contains("?") ? "&" : "?") + "api-version=2025-05-01";
        return arm.answer(new Request(method, versioned, headers, body.getBytes(StandardCharsets.UTF_8)), caller);
    }

    Answer ask(String method, String target, String body) {
        return ask(method, target, body, Map.of("Host", "management.azure.com"));
    }

    Answer get(String target) {
        return ask("GET", target, "");
    }

    JsonNode json(String target) {
        Answer answer = get(target);
        assertThat(answer.status()).as(target + " " + answer.text()).isEqualTo(200);
        return body(answer);
    }

    JsonNode json(ResourceId id) {
        return json(id.text());
    }

    static JsonNode body(Answer answer) {
        return Json.parse(answer.text()).orElseThrow(() -> new AssertionError("no JSON: " + answer.text()));
    }
}
