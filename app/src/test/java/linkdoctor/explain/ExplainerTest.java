package linkdoctor.explain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import linkdoctor.PowerShellCmdlets;
import linkdoctor.check.Checklist;
import linkdoctor.check.Finding;
import linkdoctor.remedy.Remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** Each text of the files of cases is explained as its file says: every value that it holds, and none that it does not. */
class ExplainerTest {
    @ParameterizedTest
    @MethodSource("linkdoctor.explain.Case#all")
    void explains(Case one) {
        Explanation explanation = Explainer.explain(one.text());
        assertThat(Case.of(explanation)).isEqualTo(one.expected());
        assertThat(explanation.title()).isNotBlank().doesNotContain("!").doesNotEndWith(".");
        assertThat(explanation.explanation()).endsWith(".").doesNotContain("!", "  ", "null", "Optional");
        assertThat(explanation.remedies()).allSatisfy(remedy -> assertThat(remedy.steps().isEmpty() && remedy.portal().isEmpty()).isFalse());
        assertThat(PowerShellCmdlets.faults(explanation.remedies())).isEmpty();
    }

    @Test
    void thereAreManyAndOfEachLayer() {
        List<Case> all = Case.all().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all.stream().map(Case::layer).collect(Collectors.toSet()))
                .isEqualTo(java.util.Arrays.stream(Layer.values()).map(Layer::word).collect(Collectors.toSet()));
        assertThat(all.stream().map(Case::name)).doesNotHaveDuplicates();
    }

    @Test
    void codesAreThoseOfTheChecklist() {
        Set<String> codes = Checklist.checks().flatMap(check -> check.findings().stream()).map(Finding::code).collect(Collectors.toSet());
        assertThat(Case.all().flatMap(one -> Explainer.explain(one.text()).code().stream())).isSubsetOf(codes);
    }

    @Test
    void commandsHaveTheRealValues() {
        assertThat(bash("the classic firewall refusal")).contains("az keyvault network-rule add -n kv-test --ip-address 111.22.3.44/32");
        assertThat(bash("an access policy is missing, with groups")).containsExactly(
                "az keyvault set-policy -n diskvault001 --object-id 09e7a3cd-4fc8-4d55-bb62-aaef76a8b439 --secret-permissions list");
        assertThat(bash("a role is missing, in newer Terraform, action broken over lines")).containsExactly(
                "az role assignment create --assignee 33333333-3333-4333-8333-333333333333 --role 'Key Vault Crypto Officer' --scope "
                        + "/subscriptions/aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa/resourcegroups/rg-fabrikam/providers/microsoft.keyvault/vaults/fabrikam "
                        + "--subscription aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
        assertThat(bash("from an unknown subnet, the address masked")).noneMatch(line -> line.contains("network-rule"));
        assertThat(bash("a role is missing, masked")).isEmpty();
        assertThat(bash("Go")).as("rules take IPv4 alone").noneMatch(line -> line.contains("network-rule"));
    }

    @Test
    void theSentenceNamesWhoCalledFromWhereForWhat() {
        assertThat(named("the classic firewall refusal").explanation()).startsWith("The vault kv-test (westeurope) refused the request of application "
                + "52d63b7b-747d-4529-8d4a-bb70e90dd610 from 111.22.3.44 by its firewall: no rule lets 111.22.3.44 in (ForbiddenByFirewall).");
        assertThat(named("public access disabled, a managed identity of a container app").explanation()).contains("containerApps some-app");
        assertThat(named("from an unknown subnet, the address masked").explanation()).contains("service endpoint is not private link");
        assertThat(named("Python for want of an access policy").explanation()).contains("for secrets get", "The network path is fine");
        assertThat(named("another tenant").explanation()).contains("of tenant 22222222-2222-4222-8222-222222222222", "those of tenant 11111111-1111-4111-8111-111111111111");
        assertThat(named("Conditional Access").explanation()).contains("AADSTS53003");
    }

    /** A vault looks at rights only of whom its firewall lets in, so the refusal by the network is what must be repaired first. */
    @Test
    void ofTwoErrorsTheNetworkSpeaks() {
        assertThat(Case.of(Explainer.explain("""
                08:00 {"error":{"code":"Forbidden","message":"Caller is not authorized to perform action on resource.","innererror":{"code":"ForbiddenByRbac"}}}
                09:00 Client address is not authorized and caller is not a trusted service. Client address: 52.168.109.101 Vault: fabrikam;location=eastus
                """))).containsOnly(entry("layer", "network"), entry("code", "access.firewall-denied"), entry("from", "52.168.109.101"),
                entry("vault", "fabrikam"), entry("location", "eastus"));
    }

    @Test
    void tokensAreNotRepeated() {
        String token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL3ZhdWx0In0.c2lnbmF0dXJl";
        Case.all().forEach(one -> assertThat(Explainer.explain("Authorization: Bearer " + token + "\n" + one.text() + "\ntoken=" + token).toString())
                .doesNotContain("eyJ"));
    }

    private static Explanation named(String name) {
        return Explainer.explain(Case.all().filter(one -> one.name().equals(name)).findFirst().orElseThrow().text());
    }

    private static List<String> bash(String name) {
        return named(name).remedies().stream().map(Remedy::bash).flatMap(List::stream).toList();
    }
}
