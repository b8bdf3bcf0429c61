package linkdoctor.ui;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is handed on about an error: where it happened, never what it said. */
class MishapTest {
    private static final String SECRET = "client_secret=hunter2";

    private static Throwable here(String message) {
        return new IllegalStateException(message, new IllegalArgumentException(message));
    }

    private static Throwable there(String message) {
        return new IllegalStateException(message, new IllegalArgumentException(message));
    }

    @Test
    void theSamePlaceGivesTheSameCode() {
        assertThat(Mishap.of(here("one"), "1").code()).isEqualTo(Mishap.of(here("another"), "1").code()).matches("LD-[0-9A-F]{4}-[0-9A-F]{4}");
    }

    @Test
    void anotherPlaceOrKindGivesAnotherCode() {
        assertThat(Mishap.of(here("one"), "1").code()).isNotEqualTo(Mishap.of(there("one"), "1").code());
        Throwable kind = here("one");
        Throwable otherKind = new UnsupportedOperationException();
        otherKind.setStackTrace(kind.getStackTrace());
        assertThat(Mishap.of(kind, "1").code()).isNotEqualTo(Mishap.of(otherKind, "1").code());
    }

    @Test
    void theDetailsSayWhereAndNeverWhatWasSaid() {
        Mishap mishap = Mishap.of(here(SECRET), "1.2.3");
        assertThat(mishap.details()).contains("Link Doctor 1.2.3", mishap.code(), "IllegalStateException", "caused by java.lang.IllegalArgumentException",
                "MishapTest.here").doesNotContain("hunter2");
    }

    @Test
    void causesInACircleEnd() {
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);
        assertThat(Mishap.of(one, "1").details()).contains("caused by");
    }
}
