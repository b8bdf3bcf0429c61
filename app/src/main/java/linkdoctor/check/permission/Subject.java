package linkdoctor.check.permission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import linkdoctor.facts.Probed;
import linkdoctor.facts.azure.AccessRights;
import linkdoctor.facts.azure.Identity;
import linkdoctor.facts.azure.Principal;

/**
 * A principal whose rights are in question.
 *
 * @param about   what kind of principal it is, "a guest from tenant …"
 * @param appId   the application that it comes with; empty when that is not known
 * @param told    groups that its token names
 * @param rights  what Azure says of it
 * @param type    as role assignments name its kind; empty when that is not known
 */
record Subject(String objectId, String name, String about, String appId, List<String> told, Probed<AccessRights> rights, String type) {

    static Subject of(Identity caller, Probed<AccessRights> rights) {
        boolean user = caller.kind().equals("user");
        return new Subject(caller.objectId(), caller.called(), user ? caller.guest() ? "a guest" + caller.homeTenant().map(home -> " from tenant " + home).orElse("")
                + " in tenant " + caller.tenant() : "a member of tenant " + caller.tenant() : "an application in tenant " + caller.tenant(),
                caller.appId(), caller.groups(), rights, user ? "User" : "ServicePrincipal");
    }

    static Subject of(Principal other) {
        String kind = other.entry().known().map(Principal.Entry::kind).orElse("");
        return new Subject(other.objectId(), other.called(), switch (kind) {
            case "user" -> other.called().contains("#EXT#") ? "a guest" : "a user";
            case "group" -> "a group";
            case "servicePrincipal" -> "an application or managed identity";
            default -> "not known to the directory, or not shown by it" + other.entry().trouble().map(failure -> ": " + failure.said().replaceFirst("\\.$", "")).orElse("");
        }, "", List.of(), Probed.seen(other.rights(), other.entry().evidence()), switch (kind) {
            case "user" -> "User";
            case "group" -> "Group";
            case "servicePrincipal" -> "ServicePrincipal";
            default -> "";
        });
    }

    /** The groups that it is known to be in. */
    List<AccessRights.Group> groups() {
        return Stream.concat(rights.known().stream().flatMap(all -> all.groups().known().stream()).flatMap(List::stream),
                told.stream().map(id -> new AccessRights.Group(id, ""))).toList();
    }

    /** Why not all of its groups are known; empty when they are. */
    Optional<String> unreadGroups() {
        return switch (rights) {
            case Probed.Seen<AccessRights>(AccessRights all, var from) -> why(all.groups());
            case Probed.Failed<AccessRights> failed -> why(failed);
            case Probed.NotTried<AccessRights> none -> why(none);
        };
    }

    static Optional<String> why(Probed<?> fact) {
        return switch (fact) {
            case Probed.Seen<?> seen -> Optional.empty();
            case Probed.Failed<?>(var failure, var from) -> Optional.of(failure.said());
            case Probed.NotTried<?>(String why) -> Optional.of(why);
        };
    }

    /** Whether an object id is it, or a group that it is known to be in. */
    boolean is(String id) {
        return id.equalsIgnoreCase(objectId) || groups().stream().anyMatch(group -> group.objectId().equalsIgnoreCase(id));
    }

    /** "through group …", where a right is another's. */
    String through(String principalId) {
        return principalId.equalsIgnoreCase(objectId) || principalId.isEmpty() ? "" : "through group " + groups().stream()
                .filter(group -> group.objectId().equalsIgnoreCase(principalId) && !group.displayName().isBlank()).findFirst()
                .map(AccessRights.Group::displayName).orElse(principalId);
    }
}
