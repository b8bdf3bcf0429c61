package linkdoctor.cli.live;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

import linkdoctor.cli.text.Look;

/**
 * Where the output goes.
 *
 * @param out       carries the result alone
 * @param err       carries progress and errors
 * @param outLook   whether {@code out} shows colour and signs
 * @param errIsLive whether {@code err} is a terminal on which a line can be written anew
 */
public record Terminal(PrintStream out, PrintStream err, Look outLook, boolean errIsLive) {

    /** This process's own streams: UTF-8 into files and pipes, and in its own encoding to a terminal. */
    public static Terminal ofThisProcess() {
        Map<String, String> environment = System.getenv();
        Properties properties = System.getProperties();
        boolean outIsTerminal = isTerminal("out", properties);
        boolean able = able(environment);
        Charset outCharset = outIsTerminal ? charset(properties.getProperty("stdout.encoding")) : StandardCharsets.UTF_8;
        boolean errIsTerminal = isTerminal("err", properties);
        Charset errCharset = errIsTerminal ? charset(properties.getProperty("stderr.encoding")) : StandardCharsets.UTF_8;
        return new Terminal(new PrintStream(new FileOutputStream(FileDescriptor.out), true, outCharset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, errCharset),
                new Look(outIsTerminal && able && !environment.containsKey("NO_COLOR"), showsSigns(outCharset)),
                errIsTerminal && able);
    }

    /** The launcher knows which streams are terminals; without it Java knows of both together. */
    private static boolean isTerminal(String stream, Properties properties) {
        String told = properties.getProperty("linkdoctor.terminals");
        return told == null ? System.console() != null && System.console().isTerminal() : told.contains(stream);
    }

    private static boolean able(Map<String, String> environment) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        String term = environment.getOrDefault("TERM", windows ? "windows" : "dumb");
        return !term.equals("dumb") && !term.isEmpty();
    }

    private static Charset charset(String name) {
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    static boolean showsSigns(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("✓⚠✖→–…");
    }
}
