package linkdoctor.lab.scenario;

import java.util.List;

import linkdoctor.lab.Estate;
import linkdoctor.lab.HealthyEstate;
import linkdoctor.lab.World;

/** A scenario carried out: the healthy practice Azure after all its lines. */
public record Play(Estate estate, World world) {

    /** @throws BadLine when a line cannot be followed */
    public static Play of(List<Line> lines) {
        Stage stage = new Stage(HealthyEstate.estate(), HealthyEstate.world());
        for (Line line : lines) {
            switch (line.verb()) {
                case "set", "unset", "put", "copy", "delete", "soft-delete", "renumber" ->
                    DocumentLines.follow(line, stage);
                case "grant", "revoke", "deny", "account" -> AccountLines.follow(line, stage);
                case "client", "dns-server", "network", "public-name", "fault", "latency" ->
                    WorldLines.follow(line, stage);
                default -> throw new BadLine(line, "\"" + line.verb() + "\" is no instruction; known are set, unset, put, "
                        + "copy, delete, soft-delete, renumber, grant, revoke, deny, account, client, dns-server, "
                        + "network, public-name, fault and latency.");
            }
        }
        return new Play(stage.estate, stage.world());
    }
}
