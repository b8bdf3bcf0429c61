package linkdoctor.probe.azure.wire;

import linkdoctor.facts.CommandLine;

/**
 * One thing to ask.
 *
 * @param server who is asked, as a sentence names it: {@code Azure Resource Manager}
 * @param action the right that it takes, {@code Microsoft.KeyVault/vaults/read}
 * @param scope  at what
 * @param az     the command with which a person can ask the same
 */
public record Question(String server, String action, String scope, CommandLine az) {

    /** A question to Azure Resource Manager, asked with {@code az ARGS}. */
    public static Question arm(String action, String scope, String... az) {
        String[] args = new String[az.length + 1];
        args[0] = "az";
        System.arraycopy(az, 0, args, 1, az.length);
        return new Question("Azure Resource Manager", action, scope, CommandLine.of(args));
    }

    String needs() {
        return action + " on " + scope;
    }
}
