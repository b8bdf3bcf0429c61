package linkdoctor.lab.edge.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import linkdoctor.lab.http.Answer;

/** HTTP/1.1 as clients of every habit speak it. */
class ConversationTest {
    private Port port;

    @BeforeEach
    void start() throws IOException {
        port = Port.http(request -> Answer.text(200, "text/plain", request.method() + " " + request.rawTarget() + " "
                + request.text()).with("X-Seen", request.header("X-Twice").orElse("")));
    }

    @AfterEach
    void stop() throws IOException {
        port.close();
    }

    @Test
    void keepsTheConnectionUntilAskedToClose() throws IOException {
        assertThat(said("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .contains("GET /one ").endsWith("GET /two ");
    }

    @Test
    void readsChunksAndTrailers() throws IOException {
        assertThat(said("POST /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + "5\r\nhello\r\n7;note=1\r\n, world\r\n0\r\nTrailer: t\r\n\r\n")).endsWith("POST /c hello, world");
    }

    @Test
    void letsTheClientGoOnAfterExpect() throws IOException {
        assertThat(said("PUT /e HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK").endsWith("PUT /e ok");
    }

    @Test
    void aHeadHasNoBodyButItsLength() throws IOException {
        assertThat(said("HEAD /h HTTP/1.1\r\nConnection: close\r\n\r\n")).contains("Content-Length: 8\r\n").endsWith("\r\n\r\n");
    }

    @Test
    void joinsRepeatedHeadersAndClosesAfterOldHttp() throws IOException {
        assertThat(said("GET / HTTP/1.0\r\nX-Twice: a\r\nX-Twice: b\r\n\r\n")).contains("X-Seen: a, b\r\n");
    }

    @Test
    void endsOnWhatIsNoHttp() throws IOException {
        assertThat(said("\u0016\u0003\u0001 binary\r\n\r\n")).isEmpty();
        assertThat(said("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n")).isEmpty();
    }

    private String said(String request) throws IOException {
        try (Socket socket = new Socket(port.address().getAddress(), port.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
