package linkdoctor.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/** A template with the escaping of its format: whatever it names is escaped unless it says otherwise. */
enum Template {
    HTML("report.html", Escapers.HTML), MARKDOWN("report.md", Markdown::escaped);

    private final String file;
    private final Mustache.Escaper escaper;

    Template(String file, Mustache.Escaper escaper) {
        this.file = file;
        this.escaper = escaper;
    }

    String fill(Object model) {
        Mustache.Compiler compiler = Mustache.compiler().withEscaper(escaper).emptyStringIsFalse(true).withCollector(new Optionals()).withLoader(Template::open);
        try (Reader reader = open(file)) {
            return compiler.compile(reader).execute(model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty optional is nothing, a full one is what it holds. */
    private static final class Optionals extends DefaultCollector {
        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    private static Reader open(String name) {
        var stream = Template.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("the program has no template " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
