package linkdoctor.check.permission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import linkdoctor.remedy.Remedy;

/**
 * What one principal may do with what the vault keeps.
 *
 * @param who      what to call it
 * @param about    what kind of principal it is
 * @param model    which model is in force, one sentence
 * @param rows     each action; empty when the model is not known
 * @param remarks  what else is worth knowing: rights that count for nothing, and what could not be looked at
 * @param remedies how to let it read secrets, in the model that is in force; empty when it may
 */
public record PermissionTable(String who, String about, String model, List<Row> rows, List<String> remarks, List<Remedy> remedies) {
    public PermissionTable {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
        remedies = List.copyOf(remedies);
    }

    /** One action. */
    public record Row(VaultAction action, Verdict verdict) {
    }

    /** Actions of one kind that have the same verdict for the same reason. */
    public record Group(ObjectKind kind, List<String> actions, Verdict verdict) {
        public Group {
            actions = List.copyOf(actions);
        }

        /** "may list, get". */
        public String said() {
            return verdict.word() + (verdict instanceof Verdict.Unknown ? " whether it may " : " ") + String.join(", ", actions);
        }
    }

    /** "What engineer@… may do in fabrikam". */
    public String title(String vault) {
        return "What " + who + " may do in " + vault;
    }

    /** The rows, alike ones together. */
    public List<Group> groups() {
        Map<Row, List<String>> alike = new LinkedHashMap<>();
        rows.forEach(row -> alike.computeIfAbsent(new Row(new VaultAction(row.action().kind(), "", ""), row.verdict()), none -> new ArrayList<>())
                .add(row.action().word()));
        return alike.entrySet().stream().map(one -> new Group(one.getKey().action().kind(), one.getValue(), one.getKey().verdict()))
                .sorted(Comparator.comparing(Group::kind)).toList();
    }
}
