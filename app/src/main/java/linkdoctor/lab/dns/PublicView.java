package linkdoctor.lab.dns;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import linkdoctor.facts.Cloud;
import linkdoctor.facts.Ip;
import linkdoctor.facts.ResourceId;
import linkdoctor.lab.Estate;
import linkdoctor.lab.World;

/** The DNS as the Internet sees it: a vault's alias chain, with the privatelink alias once a connection is approved. */
public final class PublicView implements View {
    private static final long TTL = 60;
    private static final String STAMP = "data-prod-eus.";
    private static final String REGION = "data-prod-eus-region.";
    /** One address for everything that is no vault: the lab's proxy leads there by name, not by address. */
    private static final Ip ELSEWHERE = Ip.of("20.49.104.40");
    private static final Set<String> OTHERS = Stream.concat(
            Cloud.KNOWN.stream().flatMap(cloud -> Stream.of(cloud.login(), cloud.arm())).map(url -> URI.create(url).getHost()),
            Stream.of("graph.microsoft.com", "login.windows.net", "portal.azure.com", "aka.ms"))
            .collect(Collectors.toUnmodifiableSet());

    private final Estate estate;
    private final World world;

    public PublicView(Estate estate, World world) {
        this.estate = estate;
        this.world = world;
    }

    @Override
    public Step look(String name) {
        Optional<Ip> given = world.publicNames().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name)).map(java.util.Map.Entry::getValue).findFirst();
        if (given.isPresent()) {
            return new Step.At(List.of(given.get()), TTL);
        }
        for (Cloud cloud : Cloud.KNOWN) {
            Optional<Step> step = inCloud(cloud, name);
            if (step.isPresent()) {
                return step.get();
            }
        }
        return OTHERS.contains(name) ? new Step.At(List.of(ELSEWHERE), TTL) : new Step.Nothing();
    }

    private Optional<Step> inCloud(Cloud cloud, String name) {
        String core = cloud.vaultCoreSuffix();
        if (name.equals(STAMP + core)) {
            return Optional.of(new Step.AliasOf(REGION + core, TTL));
        }
        if (name.equals(REGION + core)) {
            return Optional.of(new Step.At(List.of(World.VAULT_PUBLIC), TTL));
        }
        Optional<String> aliased = label(name, cloud.privateZone());
        if (aliased.isPresent()) {
            return Optional.of(vault(aliased.get(), cloud).filter(this::approved).isPresent()
                    ? new Step.AliasOf(STAMP + core, TTL) : new Step.Nothing());
        }
        return label(name, cloud.vaultSuffix()).map(vault -> known(vault, cloud));
    }

    private Step known(String vault, Cloud cloud) {
        Optional<Ip> elsewhere = Optional.ofNullable(world.publicNames().get(vault));
        if (elsewhere.isPresent()) {
            return new Step.At(List.of(elsewhere.get()), TTL);
        }
        return vault(vault, cloud).<Step>map(found -> new Step.AliasOf(
                approved(found) ? vault + "." + cloud.privateZone() : STAMP + cloud.vaultCoreSuffix(), TTL))
                .orElseGet(Step.Nothing::new);
    }

    /** A vault that lives, in that cloud; a soft-deleted one is another kind of document and has no name. */
    private Optional<ObjectNode> vault(String name, Cloud cloud) {
        return estate.ofType("Microsoft.KeyVault/vaults").stream()
                .filter(vault -> vault.path("name").asText().equalsIgnoreCase(name))
                .filter(vault -> within(vault.path("properties").path("vaultUri").asText(), cloud))
                .findFirst();
    }

    private static boolean within(String vaultUri, Cloud cloud) {
        return vaultUri.isEmpty()
                || vaultUri.toLowerCase(Locale.ROOT).replaceAll("/$", "").endsWith("." + cloud.vaultSuffix());
    }

    private boolean approved(ObjectNode vault) {
        return estate.below(ResourceId.of(vault.path("id").asText()), "Microsoft.KeyVault/vaults/privateEndpointConnections")
                .stream().anyMatch(connection -> connection.path("properties").path("privateLinkServiceConnectionState")
                        .path("status").asText().equals("Approved"));
    }

    /** The single label before the suffix. */
    private static Optional<String> label(String name, String suffix) {
        if (!name.endsWith("." + suffix)) {
            return Optional.empty();
        }
        String label = name.substring(0, name.length() - suffix.length() - 1);
        return label.isEmpty() || label.contains(".") ? Optional.empty() : Optional.of(label);
    }
}
