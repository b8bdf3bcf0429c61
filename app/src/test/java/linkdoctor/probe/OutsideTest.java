package linkdoctor.probe;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutsideTest {

    @Test
    void secretsOfTheEnvironmentStayOutOfTheText() {
        Outside outside = new Outside(Map.of("AZURE_CLIENT_SECRET", "marked-secret"), Map.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), UnaryOperator.identity(), Dialer.DIRECT, Optional.empty(), Outside.IMDS, NoBrowser.HERE);
        assertThat(outside.toString()).doesNotContain("marked-secret");
    }
}
