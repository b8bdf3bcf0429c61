package linkdoctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/** PowerShell's grammar as a native library, where the test resources hold one for this machine. */
final class PowerShellGrammar {
    private PowerShellGrammar() {
    }

    static boolean isThere() {
        return PowerShellGrammar.class.getResource(resource()) != null;
    }

    static TSTree parse(String script) {
        TSParser parser = new TSParser();
        if (!parser.setLanguage(Loaded.LANGUAGE)) {
            throw new IllegalStateException("The parser and the grammar are not made for each other");
        }
        return parser.parseStringEncoding(null, script, TSInputEncoding.TSInputEncodingUTF8);
    }

    private static String resource() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ")[0];
        String processor = System.getProperty("os.arch").equals("amd64") ? "x64" : System.getProperty("os.arch");
        return "/linkdoctor/powershell/" + system + "-" + processor + ".node.gz";
    }

    /** Loaded once, when first asked for: a library cannot be unloaded. */
    private static final class Loaded {
        static final TSLanguage LANGUAGE = load();

        private static TSLanguage load() {
            try (InputStream packed = PowerShellGrammar.class.getResourceAsStream(resource())) {
                Path library = Files.createTempFile("tree-sitter-powershell", ".node");
                library.toFile().deleteOnExit();
                Files.write(library, new GZIPInputStream(packed).readAllBytes());
                return TSLanguage.load(library.toString(), "tree_sitter_powershell");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
