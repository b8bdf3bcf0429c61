package linkdoctor.facts.host;

import linkdoctor.facts.Ip;

import java.util.List;

/** The hosts file, and its lines that name the vault. */
public record HostsFile(String path, List<Entry> entries) {
    public HostsFile {
        entries = List.copyOf(entries);
    }

    /** A line: {@code name} is one of the vault's names, {@code line} its number, from 1. */
    public record Entry(Ip ip, String name, int line) {
    }
}
