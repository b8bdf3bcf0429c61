package linkdoctor.ui;

import java.util.Locale;

/**
 * What no code foresaw.
 *
 * @param code    the same for the same place in the code, so that two reports of one fault are known as one
 * @param details the stack, without the messages of exceptions, for these may repeat what came from outside
 */
public record Mishap(String code, String details) {
    private static final int FRAMES_OF_CODE = 5;

    /** @param version the program's */
    public static Mishap of(Throwable thrown, String version) {
        StringBuilder details = new StringBuilder();
        int hash = 1;
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < FRAMES_OF_CODE; depth++, one = one.getCause()) {
            details.append(depth == 0 ? "" : "caused by ").append(one.getClass().getName()).append('\n');
            hash = 31 * hash + one.getClass().getName().hashCode();
            int frames = 0;
            for (StackTraceElement frame : one.getStackTrace()) {
                details.append("    at ").append(frame).append('\n');
                if (frames++ < FRAMES_OF_CODE) {
                    hash = 31 * hash + (frame.getClassName() + "." + frame.getMethodName()).hashCode();
                }
            }
        }
        String code = String.format(Locale.ROOT, "LD-%04X-%04X", hash >>> 16, hash & 0xffff);
        return new Mishap(code, "Link Doctor " + version + ", Java " + Runtime.version() + ", " + System.getProperty("os.name") + "\n" + code + "\n" + details);
    }
}
