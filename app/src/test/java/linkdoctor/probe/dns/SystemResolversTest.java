package linkdoctor.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import linkdoctor.facts.Failure;
import linkdoctor.facts.Ip;
import linkdoctor.facts.Probed;
import linkdoctor.probe.Dialer;
import linkdoctor.probe.NoBrowser;
import linkdoctor.probe.Outside;

class SystemResolversTest {
    @TempDir
    private Path folder;

    private Probed<List<Ip>> read(String file, String behindStub) throws IOException {
        Path first = Files.writeString(folder.resolve("resolv.conf"), file);
        Path second = folder.resolve("behind");
        Files.deleteIfExists(second);
        if (!behindStub.isEmpty()) {
            Files.writeString(second, behindStub);
        }
        Outside linux = new Outside(Map.of(), Map.of("os.name", "Linux"), Optional.empty(), Optional.empty(),
                Optional.empty(), UnaryOperator.identity(), Dialer.DIRECT, Optional.empty(), Outside.IMDS, NoBrowser.HERE);
        return new SystemResolvers(linux, first, second).get();
    }

    @Test
    void readsOddFiles() {
        assertThat(SystemResolvers.nameServers("""
                # nameserver 1.1.1.1
                ; nameserver 1.1.1.2
                search corp.example
                nameserver 10.0.0.4
                \tnameserver\t10.0.0.5   # second
                nameserver 10.0.0.4
                nameserver fe80::1%eth0
                nameserver
                nameserver dns.corp.example
                nameservers 10.0.0.9
                options ndots:5\r
                nameserver 2001:db8::1\r
                """)).containsExactly(Ip.of("10.0.0.4"), Ip.of("10.0.0.5"), Ip.of("fe80::1"), Ip.of("2001:db8::1"));
    }

    @Test
    void looksBehindSystemdsStubAndNotesBoth() throws IOException {
        Probed<List<Ip>> seen = read("nameserver 127.0.0.53\n", "nameserver 168.63.129.16\n");
        assertThat(seen.known()).contains(List.of(Ip.AZURE_DNS));
        assertThat(seen.evidence()).hasSize(2).first().satisfies(first -> assertThat(first.answered()).contains("127.0.0.53"));
    }

    @Test
    void keepsTheStubWhenNothingIsKnownOfWhatIsBehind() throws IOException {
        assertThat(read("nameserver 127.0.0.53\n", "").known()).contains(List.of(Ip.of("127.0.0.53")));
        assertThat(read("nameserver 127.0.0.53\n", "# none\n").known()).contains(List.of(Ip.of("127.0.0.53")));
    }

    @Test
    void saysWhenThereIsNone() throws IOException {
        assertThat(read("search corp.example\n", "").trouble().orElseThrow().kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }
}
