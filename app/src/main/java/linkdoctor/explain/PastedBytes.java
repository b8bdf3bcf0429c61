package linkdoctor.explain;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as files and pipes bring it: UTF-8, or UTF-16 as Windows writes it, with or without its mark. */
public final class PastedBytes {
    private PastedBytes() {
    }

    public static String text(byte[] bytes) {
        if (begins(bytes, 0xef, 0xbb, 0xbf)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) {
            return new String(bytes, 2, bytes.length - 2, bytes[0] == (byte) 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return new String(bytes, unmarked(bytes));
    }

    /** Text in Latin letters has a zero in each second byte only in UTF-16. */
    private static Charset unmarked(byte[] bytes) {
        if (bytes.length >= 4 && bytes[0] != 0 && bytes[1] == 0 && bytes[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes.length >= 4 && bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
