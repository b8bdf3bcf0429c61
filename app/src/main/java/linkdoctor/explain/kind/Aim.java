package linkdoctor.explain.kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import linkdoctor.explain.read.Reading;

/** Which service a client's words are about: the one whose name stands nearest; earlier ones here matter more. */
enum Aim {
    VAULT, SIGN_IN, UNTOLD, OTHER;

    private static final int NEAR = 400;
    /** Of one phrase; a log that repeats it more often tells nothing new. */
    private static final int MOST = 50;
    private static final List<String> VAULTS = List.of(
            ".vault.azure.", "vaultcore.azure.", ".vault.usgovcloudapi.", "vaultcore.usgovcloudapi.", ".managedhsm.azure.");
    private static final List<String> SIGN_INS = List.of(
            "login.microsoftonline.", "login.windows.net", "login.chinacloudapi.", "login.partner.microsoftonline.");
    private static final List<String> OTHERS = List.of(
            "management.azure.com", "management.core.", "management.usgovcloudapi.", "management.chinacloudapi.", "graph.microsoft.com",
            "169.254.169.254", "localhost:", "127.0.0.1", ".blob.core.", ".queue.core.", ".table.core.", ".file.core.", ".dfs.core.",
            ".database.windows.net", ".documents.azure.", ".servicebus.windows.net", ".azurecr.io", ".azconfig.io", "dev.azure.com",
            "registry.terraform.io", "github.com", "amazonaws.com", "googleapis.com", "mcr.microsoft.com",
            "nuget.org", ".redis.cache.", ".openai.azure.com", ".azurewebsites.net");

    /** What the text is about where it says any of the phrases; empty where it says none. */
    static Optional<Aim> of(Reading reading, List<String> phrases) {
        String text = reading.text().lower();
        return phrases.stream().flatMap(phrase -> IntStream.iterate(text.indexOf(phrase), at -> at >= 0, at -> text.indexOf(phrase, at + phrase.length()))
                .limit(MOST).mapToObj(at -> at(text, at, at + phrase.length()))).min(Comparator.naturalOrder());
    }

    private static Aim at(String text, int from, int to) {
        int start = Math.max(0, from - NEAR);
        String around = text.substring(start, Math.min(text.length(), to + NEAR));
        int vault = distance(around, VAULTS, from - start, to - start);
        int signIn = distance(around, SIGN_INS, from - start, to - start);
        int other = distance(around, OTHERS, from - start, to - start);
        int nearest = Math.min(vault, Math.min(signIn, other));
        return nearest == Integer.MAX_VALUE ? UNTOLD : vault == nearest ? VAULT : signIn == nearest ? SIGN_IN : OTHER;
    }

    private static int distance(String around, List<String> names, int from, int to) {
        int nearest = Integer.MAX_VALUE;
        for (String name : names) {
            for (int at = around.indexOf(name); at >= 0; at = around.indexOf(name, at + 1)) {
                nearest = Math.min(nearest, at < from ? from - at : Math.max(0, at - to));
            }
        }
        return nearest;
    }
}
