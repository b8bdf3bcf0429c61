package linkdoctor.probe.azure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.azure.core.util.Context;
import com.azure.resourcemanager.resources.fluent.PolicyClient;
import com.azure.resourcemanager.resources.fluent.models.PolicyAssignmentInner;
import com.azure.resourcemanager.resources.fluent.models.PolicyDefinitionInner;
import com.azure.resourcemanager.resources.fluent.models.PolicySetDefinitionInner;
import com.azure.resourcemanager.resources.models.EnforcementMode;
import com.azure.resourcemanager.resources.models.ParameterDefinitionsValue;
import com.azure.resourcemanager.resources.models.ParameterValuesValue;
import com.azure.resourcemanager.resources.models.PolicyDefinitionReference;

import linkdoctor.facts.Evidence;
import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.Words;
import linkdoctor.facts.azure.PolicyAssignment;
import linkdoctor.probe.azure.plain.Raw;
import linkdoctor.probe.azure.wire.Asking;
import linkdoctor.probe.azure.wire.Limit;
import linkdoctor.probe.azure.wire.Question;

/** Policy assignments in force at the vault whose definitions rewrite or forbid public access to vaults. */
final class PolicyFacts {
    /** Microsoft's own definitions about a vault's public access; a set names hundreds that are not worth reading. */
    private static final Set<String> KNOWN = Set.of("405c5871-3e91-4644-8a63-58e19d68ff5b",
            "55615ac9-af46-4a59-874e-391cc3dfb490", "ac673a9a-f77d-4846-b2d8-a57f8e1c01dc");
    private static final int CUSTOM_IN_A_SET = 20;
    private static final Pattern PARAMETER = Pattern.compile("\\[\\s*parameters\\(\\s*'([^']+)'\\s*\\)\\s*]");
    private final Asking asking;
    private final ArmClients clients;

    PolicyFacts(Asking asking, ArmClients clients) {
        this.asking = asking;
        this.clients = clients;
    }

    /** A definition to look at, and the values that its parameters are given. */
    private record Use(PolicyAssignmentInner assignment, String definition, Map<String, Object> values) {
    }

    Probed<List<PolicyAssignment>> policies(ResourceId vault, Limit limit) throws InterruptedException {
        PolicyClient client = clients.policies(vault.subscription());
        Probed<List<PolicyAssignmentInner>> listed = asking.whole(
                Question.arm("Microsoft.Authorization/policyAssignments/read", vault.text(),
                        "policy", "assignment", "list", "--scope", vault.text(), "--disable-scope-strict-match"), limit,
                context -> client.getPolicyAssignments().listForResource(vault.resourceGroup(), "Microsoft.KeyVault", "",
                        "vaults", vault.name(), null, null, null, context),
                found -> Words.count(found.size(), "policy assignment"));
        if (!(listed instanceof Probed.Seen<List<PolicyAssignmentInner>>(List<PolicyAssignmentInner> assignments, var evidence))) {
            return listed.map(none -> List.of());
        }
        List<Evidence> all = new ArrayList<>(evidence);
        List<Use> uses = new ArrayList<>();
        for (Probed<List<Use>> some : Asking.each(assignments, assignment -> uses(client, assignment, limit))) {
            all.addAll(some.evidence());
            some.known().ifPresent(uses::addAll);
        }
        List<Probed<Optional<PolicyAssignment>>> judged = Asking.each(uses, use -> judge(client, use, limit));
        List<PolicyAssignment> result = new ArrayList<>();
        for (Probed<Optional<PolicyAssignment>> one : judged) {
            all.addAll(one.evidence());
            one.known().flatMap(Function.identity()).filter(policy -> !result.contains(policy)).ifPresent(result::add);
        }
        return Probed.seen(result, all);
    }

    /** The definitions behind an assignment: one, or those of a set that can matter. */
    private Probed<List<Use>> uses(PolicyClient client, PolicyAssignmentInner assignment, Limit limit) throws InterruptedException {
        String definition = Scopes.text(assignment.policyDefinitionId());
        Map<String, Object> values = values(assignment.parameters());
        if (!definition.toLowerCase(Locale.ROOT).contains("/policysetdefinitions/")) {
            return definition.isEmpty() ? Probed.seen(List.of()) : Probed.seen(List.of(new Use(assignment, definition, values)));
        }
        return asking.ask(Question.arm("Microsoft.Authorization/policySetDefinitions/read", definition,
                        "policy", "set-definition", "show", "--name", ResourceId.of(definition).name()), limit,
                trace -> set(client, ResourceId.of(definition), trace.context()),
                set -> Scopes.text(set.displayName())).map(set -> ofSet(assignment, values, set));
    }

    private static List<Use> ofSet(PolicyAssignmentInner assignment, Map<String, Object> given, PolicySetDefinitionInner set) {
        Map<String, Object> values = defaults(set.parameters());
        values.putAll(given);
        List<Use> uses = new ArrayList<>();
        int custom = 0;
        for (PolicyDefinitionReference reference : Scopes.list(set.policyDefinitions())) {
            ResourceId id = ResourceId.of(Scopes.text(reference.policyDefinitionId()));
            boolean builtIn = id.after("subscriptions").isEmpty() && id.after("managementGroups").isEmpty();
            if (builtIn ? KNOWN.contains(id.name().toLowerCase(Locale.ROOT)) : custom++ < CUSTOM_IN_A_SET) {
                Map<String, Object> own = new HashMap<>();
                values(reference.parameters()).forEach((name, value) -> own.put(name, resolve(value, values)));
                uses.add(new Use(assignment, id.text(), own));
            }
        }
        return uses;
    }

    private Probed<Optional<PolicyAssignment>> judge(PolicyClient client, Use use, Limit limit) throws InterruptedException {
        return asking.ask(Question.arm("Microsoft.Authorization/policyDefinitions/read", use.definition(),
                        "policy", "definition", "show", "--name", ResourceId.of(use.definition()).name()), limit,
                trace -> definition(client, ResourceId.of(use.definition()), trace.context()),
                definition -> Scopes.text(definition.displayName()))
                .map(definition -> touchesPublicAccess(definition) ? Optional.of(assignment(use, definition)) : Optional.empty());
    }

    private static boolean touchesPublicAccess(PolicyDefinitionInner definition) {
        String rule = Scopes.text(definition.policyRule()).toLowerCase(Locale.ROOT);
        return rule.contains("microsoft.keyvault/vaults/publicnetworkaccess") || rule.contains("microsoft.keyvault/vaults/networkacls")
                || rule.contains("microsoft.keyvault/vaults") && rule.contains("publicnetworkaccess");
    }

    private static PolicyAssignment assignment(Use use, PolicyDefinitionInner definition) {
        Map<String, Object> values = defaults(definition.parameters());
        values.putAll(use.values());
        String effect = Scopes.text(resolve(Raw.map(definition.policyRule(), "then").get("effect"), values));
        boolean enforced = !EnforcementMode.DO_NOT_ENFORCE.equals(use.assignment().enforcementMode());
        String name = Scopes.text(use.assignment().displayName());
        return new PolicyAssignment(Scopes.text(use.assignment().id()),
                name.isEmpty() ? Scopes.text(definition.displayName()) : name, Scopes.text(use.assignment().scope()),
                effect + (enforced || effect.isEmpty() ? "" : " (not enforced)"));
    }

    /** A value, or that of the parameter it names. */
    private static Object resolve(Object value, Map<String, Object> values) {
        Matcher parameter = PARAMETER.matcher(Scopes.text(value));
        return parameter.matches() ? values.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(parameter.group(1)))
                .map(Map.Entry::getValue).findFirst().orElse("") : value;
    }

    private static Map<String, Object> values(Map<String, ParameterValuesValue> parameters) {
        Map<String, Object> values = new HashMap<>();
        Optional.ofNullable(parameters).orElse(Map.of()).forEach((name, value) -> {
            if (value != null && value.value() != null) {
                values.put(name, value.value());
            }
        });
        return values;
    }

    private static Map<String, Object> defaults(Map<String, ParameterDefinitionsValue> parameters) {
        Map<String, Object> values = new HashMap<>();
        Optional.ofNullable(parameters).orElse(Map.of()).forEach((name, value) -> {
            if (value != null && value.defaultValue() != null) {
                values.put(name, value.defaultValue());
            }
        });
        return values;
    }

    /** A definition stands in a management group, in a subscription, or is Microsoft's own. */
    private PolicyDefinitionInner definition(PolicyClient client, ResourceId id, Context context) {
        Optional<String> group = id.after("managementGroups");
        return group.isPresent() ? client.getPolicyDefinitions().getAtManagementGroupWithResponse(group.get(), id.name(), context).getValue()
                : id.after("subscriptions").isPresent()
                ? clients.policies(id.subscription()).getPolicyDefinitions().getWithResponse(id.name(), context).getValue()
                : client.getPolicyDefinitions().getBuiltInWithResponse(id.name(), context).getValue();
    }

    private PolicySetDefinitionInner set(PolicyClient client, ResourceId id, Context context) {
        Optional<String> group = id.after("managementGroups");
        return group.isPresent() ? client.getPolicySetDefinitions().getAtManagementGroupWithResponse(group.get(), id.name(), null, context).getValue()
                : id.after("subscriptions").isPresent()
                ? clients.policies(id.subscription()).getPolicySetDefinitions().getWithResponse(id.name(), null, context).getValue()
                : client.getPolicySetDefinitions().getBuiltInWithResponse(id.name(), null, context).getValue();
    }
}
