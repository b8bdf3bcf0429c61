package linkdoctor.check.outside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Microsoft's list of services that Key Vault trusts, as it was on a day; kept as data in {@code trusted-services.txt}.
 *
 * @param source the page that it was taken from
 */
public record TrustedServices(String source, LocalDate dated, List<TrustedService> services) {
    public static final TrustedServices LISTED = read();

    public TrustedServices {
        services = List.copyOf(services);
    }

    /** The service of that name, whatever its case; "Azure" or "Microsoft" before it may be left out. */
    public Optional<TrustedService> named(String name) {
        return services.stream().filter(one -> bare(one.name()).equalsIgnoreCase(bare(name))).findFirst();
    }

    private static String bare(String name) {
        return name.strip().replaceFirst("(?i)^(azure|microsoft) ", "");
    }

    private static TrustedServices read() {
        String source = "";
        LocalDate dated = LocalDate.EPOCH;
        List<TrustedService> services = new ArrayList<>();
        for (String line : Data.lines("trusted-services.txt")) {
            String name = Data.before(line);
            String value = Data.after(line);
            switch (name) {
                case "source" -> source = value;
                case "dated" -> dated = LocalDate.parse(value);
                default -> services.add(new TrustedService(name, value));
            }
        }
        return new TrustedServices(source, dated, services);
    }
}
