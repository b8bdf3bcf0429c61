package linkdoctor.script;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/** The templates of scripts. Whatever they name is quoted for their shell; what stands between three braces is commands or a comment. */
final class Template {
    private Template() {
    }

    static String fill(String name, Mustache.Escaper quoting, Object sheet) {
        Mustache.Compiler compiler = Mustache.compiler().withEscaper(quoting).emptyStringIsFalse(true).withLoader(Template::open);
        try (Reader reader = open(name)) {
            return compiler.compile(reader).execute(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For texts that are no commands. */
    static String plain(String name, Object sheet) {
        return fill(name, Escapers.NONE, sheet);
    }

    private static Reader open(String name) {
        var stream = Template.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the program has no template " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
