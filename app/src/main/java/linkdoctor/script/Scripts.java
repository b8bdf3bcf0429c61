package linkdoctor.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import linkdoctor.facts.CommandLine;

/**
 * The scripts of a plan: {@code fix.sh} and {@code rollback.sh} for bash and the Azure CLI, {@code fix.ps1} and
 * {@code rollback.ps1} for PowerShell 7 and the Az modules; and {@code request.md} for a colleague, where the caller may lack
 * a right or something is to be done by hand.
 *
 * @param files  texts by the names of their files
 * @param dryRun what {@code --dry-run} shows where nothing can be read, by the ending of the script
 * @param record the name of the folder beside them in which a run keeps what it needs to take its steps back
 */
public record Scripts(Map<String, String> files, Map<String, String> dryRun, String record) {
    /** What the name of every such folder begins with. */
    public static final String RECORD = "before-";

    public Scripts {
        files = Map.copyOf(files);
        dryRun = Map.copyOf(dryRun);
    }

    /**
     * Scripts in which what undoes somebody's decision waits to be asked for.
     *
     * @param chosen the repairs to make
     * @param tool   name and version of this program
     * @param again  how to run the checklist again
     */
    public static Scripts of(Plan plan, Set<Repair> chosen, String tool, CommandLine again) {
        return of(plan, chosen, Set.of(), tool, again);
    }

    /** Scripts of repairs that the user picked one by one: that is asking for each. */
    public static Scripts picked(Plan plan, Set<Repair> picked, String tool, CommandLine again) {
        return of(plan, picked, picked, tool, again);
    }

    private static Scripts of(Plan plan, Set<Repair> chosen, Set<Repair> picked, String tool, CommandLine again) {
        List<Numbered> steps = plan.steps(chosen);
        String record = RECORD + fingerprint(plan, steps);
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> dryRun = new LinkedHashMap<>();
        for (Dialect dialect : Dialect.values()) {
            Sheet sheet = Sheet.of(plan, steps, picked, dialect, tool, again.bash(), record);
            files.put("fix." + dialect.ending(), Template.fill("fix." + dialect.ending(), dialect::quote, sheet));
            dryRun.put(dialect.ending(), Template.plain("dry-run.txt", Sheet.Dry.of(sheet, steps, dialect)));
            files.put("rollback." + dialect.ending(), Template.fill("rollback." + dialect.ending(), dialect::quote, sheet));
        }
        Request.of(plan, chosen, again).ifPresent(request -> files.put("request.md", request));
        return new Scripts(files, dryRun, record);
    }

    /** Other steps keep their records elsewhere, so that none is taken back by another's record. */
    private static String fingerprint(Plan plan, List<Numbered> steps) {
        StringBuilder all = new StringBuilder(plan.diagnosis().facts().target().hostname());
        steps.forEach(step -> all.append('\n').append(step.step().az().bash()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
