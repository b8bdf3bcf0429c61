package linkdoctor.check.outside;

import java.net.URI;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import linkdoctor.facts.host.Client;

import static org.assertj.core.api.Assertions.assertThat;

class OutsideTest {

    @Test
    void theListOfTrustedServicesIsDatedSourcedAndWhole() {
        assertThat(TrustedServices.LISTED.source()).startsWith("https://learn.microsoft.com/azure/key-vault/");
        assertThat(TrustedServices.LISTED.dated()).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(TrustedServices.LISTED.services()).hasSize(39).doesNotHaveDuplicates()
                .allSatisfy(one -> assertThat(one.use()).isNotBlank().doesNotEndWith("."));
        assertThat(TrustedServices.LISTED.services()).extracting(TrustedService::name).noneMatch(name -> name.contains("DevOps"));
    }

    @Test
    void aServiceIsFoundWithAndWithoutItsMaker() {
        assertThat(TrustedServices.LISTED.named(" azure backup")).isEqualTo(TrustedServices.LISTED.named("Backup")).isPresent();
        assertThat(TrustedServices.LISTED.named("Power Platform")).isPresent();
        assertThat(TrustedServices.LISTED.named("Azure DevOps")).isEmpty();
    }

    @Test
    void everyKindOfCallerHasAStandingAndAdvice() {
        assertThat(OutsideCaller.KNOWN).extracting(OutsideCaller::id).doesNotHaveDuplicates().contains("app-service", "azure-devops", "logic-apps", "data-factory");
        assertThat(OutsideCaller.KNOWN).allSatisfy(one -> {
            assertThat(one.advice()).as(one.id()).isNotEmpty().allSatisfy(line -> assertThat(line).endsWith("."));
            assertThat(URI.create(one.link()).getHost()).as(one.id()).isNotBlank();
            assertThat(one.trusted().isPresent()).as(one.id()).isEqualTo(!one.beside().isEmpty());
            assertThat(one.standing()).endsWith(".").contains("2026-08-20").doesNotContain("..");
        });
    }

    @Test
    void appServiceIsTrustedForCertificatesAloneAndAzureDevOpsNotAtAll() {
        assertThat(OutsideCaller.of(Client.Kind.APP_SERVICE).orElseThrow().standing()).contains("certificates", "alone", "Key Vault references");
        assertThat(OutsideCaller.of(Client.Kind.PIPELINES_HOSTED).orElseThrow().trusted()).isEmpty();
        assertThat(OutsideCaller.of(Client.Kind.MACHINE)).isEmpty();
    }
}
