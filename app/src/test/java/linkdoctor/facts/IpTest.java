package linkdoctor.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an address is written. */
class IpTest {

    @ParameterizedTest
    @CsvSource({"10.1.1.5, 10.1.1.5", "::ffff:10.1.1.5, 10.1.1.5", "fd00:0:0:0:0:0:0:4, fd00::4", "::1, ::1", "::, ::", "fd00::, fd00::",
            "2603:1030:f05:1:0:0:0:100, 2603:1030:f05:1::100", "1:0:0:2:0:0:0:3, 1:0:0:2::3", "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
            "fe80::1%1, fe80::1"})
    void anAddressIsWrittenAsPeopleDo(String given, String written) {
        assertThat(Ip.parse(given)).get().hasToString(written);
        assertThat(Ip.of(written)).isEqualTo(Ip.parse(given).orElseThrow());
    }
}
