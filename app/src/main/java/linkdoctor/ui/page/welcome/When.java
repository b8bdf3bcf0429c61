package linkdoctor.ui.page.welcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something was, as one says it today. */
final class When {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    private When() {
    }

    static String said(Instant then, Instant now) {
        ZonedDateTime at = then.atZone(ZoneOffset.UTC);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (at.toLocalDate().equals(today)) {
            return "Today, " + TIME.format(at);
        }
        return at.toLocalDate().equals(today.minusDays(1)) ? "Yesterday, " + TIME.format(at)
                : (at.getYear() == today.getYear() ? DAY : YEAR).format(at);
    }
}
