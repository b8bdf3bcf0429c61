package linkdoctor.facts.host;

import linkdoctor.facts.Ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The hosts file, and its lines that name the vault. */
public record HostsFile(String path, List<Entry> entries) {
    public HostsFile {
        entries = List.copyOf(entries);
    }

    /**
     * The entries of a hosts file's text whose names are wanted, in the order in which a system reads them. Lines that
     * no system would understand are passed over, as systems do.
     */
    public static HostsFile parse(String path, String text, Predicate<String> wanted) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.replaceFirst("^\\uFEFF", "").split("\\r?\\n|\\r", -1)) {
            number++;
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+");
            Optional<Ip> ip = Ip.parse(words[0]);
            for (int i = 1; ip.isPresent() && i < words.length; i++) {
                String name = words[i].replaceFirst("\\.$", "");
                if (wanted.test(name)) {
                    entries.add(new Entry(ip.get(), name, number));
                }
            }
        }
        return new HostsFile(path, entries);
    }

    /** A line: {@code name} is one of the vault's names, {@code line} its number, from 1. */
    public record Entry(Ip ip, String name, int line) {
    }
}
