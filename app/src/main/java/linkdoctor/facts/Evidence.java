package linkdoctor.facts;

import java.time.Duration;
import java.time.Instant;

/**
 * One question put to the outside world and what came back.
 *
 * @param asked       server and question, URL, or API call
 * @param answered    status and the part of the answer that matters; never a token or a secret
 * @param at          when the question was put
 * @param took        how long the answer took
 * @param tryYourself a command line with which a person can ask the same, or an empty text
 */
public record Evidence(String asked, String answered, Instant at, Duration took, String tryYourself) {
}
