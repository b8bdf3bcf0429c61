package linkdoctor.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import linkdoctor.facts.dns.DnsServer;

/** DNS servers as the user types them, with commas or blanks between. */
public final class TypedServers {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<DnsServer>> servers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");

    public TypedServers() {
        text.subscribe(this::read);
    }

    public StringProperty text() {
        return text;
    }

    /** Those that are written right. */
    public ReadOnlyObjectProperty<List<DnsServer>> servers() {
        return servers.getReadOnlyProperty();
    }

    /** What is written wrong, in one sentence, or empty. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    private void read(String typed) {
        List<DnsServer> read = new ArrayList<>();
        Optional<String> wrong = Optional.empty();
        for (String one : typed.strip().split("[\\s,;]+")) {
            Optional<DnsServer> server = DnsServer.typed(one);
            server.ifPresent(read::add);
            wrong = wrong.or(() -> server.isPresent() || one.isEmpty() ? Optional.empty() : Optional.of(one));
        }
        servers.set(List.copyOf(read));
        trouble.set(wrong.map(one -> "\"" + one + "\" is no DNS server: write an address and perhaps a port, such as 10.0.0.4 or 10.0.0.4:53.").orElse(""));
    }
}
