package linkdoctor.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import linkdoctor.facts.Prefix;
import linkdoctor.script.Scripts;
import linkdoctor.session.PrivateFile;

/**
 * The folder in which the scripts of a vault's service tags stand, a numbered folder each time the list has changed. Beside the
 * scripts of one stands which ranges they add, so that a later run knows what an earlier one brought.
 */
public final class TagFolder {
    private static final String ADDED = "added.txt";
    private final Path folder;
    private final Pattern own;
    private final String name;

    /** @param vault the vault's name; other vaults may share the folder */
    public TagFolder(Path folder, String vault, String tag) {
        this.folder = folder;
        name = plain(vault) + "-" + plain(tag);
        own = Pattern.compile(Pattern.quote(name) + "-(\\d{1,6})");
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9.]", "-").toLowerCase(Locale.ROOT);
    }

    /** What the scripts that were run from here added. */
    public List<Prefix> added() throws IOException {
        List<Prefix> all = new ArrayList<>();
        for (Path one : numbered()) {
            if (ran(one) && Files.isRegularFile(one.resolve(ADDED))) {
                Files.readAllLines(one.resolve(ADDED)).stream().flatMap(line -> Prefix.parse(line.strip()).stream()).forEach(all::add);
            }
        }
        return all;
    }

    /** The folder to write to now: the last one where it was not run yet, else one more. */
    public Path next() throws IOException {
        List<Path> all = numbered();
        return all.isEmpty() ? folder.resolve(name + "-1") : ran(all.getLast()) ? folder.resolve(name + "-" + (number(all.getLast()) + 1)) : all.getLast();
    }

    /** Writes scripts, and what they add. */
    public ScriptFolder.Written write(Path next, Scripts scripts, List<Prefix> adds) {
        ScriptFolder.Written written = ScriptFolder.write(next, scripts);
        if (written instanceof ScriptFolder.Done) {
            try {
                PrivateFile.write(next.resolve(ADDED), String.join("\n", adds.stream().map(Prefix::toString).toList()) + "\n");
            } catch (IOException e) {
                return new ScriptFolder.Refused("What the scripts add cannot be written to " + next + "; name a folder that you may write to.");
            }
        }
        return written;
    }

    private List<Path> numbered() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> own.matcher(one.getFileName().toString()).matches()).sorted(Comparator.comparingInt(this::number)).toList();
        }
    }

    private int number(Path one) {
        Matcher matcher = own.matcher(one.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** A script that changed something keeps what was there before. */
    private static boolean ran(Path one) throws IOException {
        try (Stream<Path> all = Files.list(one)) {
            return all.anyMatch(file -> file.getFileName().toString().startsWith(Scripts.RECORD));
        }
    }
}
