/**
 * The language of scenario files: one instruction a line, each a change to the healthy practice Azure. A line that
 * begins with a blank continues the one above, {@code #} begins a comment. {@code DOCUMENT} is a full id or a short name
 * with or without a path below it ({@code vnet-app/subnets/snet-app}); in JSON, <code>${vault}</code> stands for an id.
 *
 * <pre>
 * title: / teaches: / expects: CODE or none / also: CODES / target: what the user checks
 * set DOCUMENT FIELD = JSON            FIELD is a path: properties.subnets[snet-app].properties.addressPrefix
 * unset DOCUMENT FIELD
 * put DOCUMENT JSON                    id and name are filled in, "type" is needed
 * copy DOCUMENT NEW-ID                 with all below it
 * delete DOCUMENT ...                  with all below it, and no side effects
 * soft-delete vault
 * renumber 10.1.0.0/16 100.64.0.0/16   everywhere, the client too
 * grant|revoke WHO ROLE @ DOCUMENT     WHO is engineer, app, machine, or callers for all three
 * deny WHO ACTION-PREFIX @ DOCUMENT    or "@ everything"
 * account WHO tenant TENANT-ID, WHO guest HOME-TENANT-ID
 * account machine without identity     no such account
 * account machine beside NAME          a second one of its kind
 * account WHO group NAME               NAME begins with "group-" and can then stand for WHO
 * client address|subnet|public-ip|resolver|hosts|env|mac VALUE     "subnet none" is outside Azure
 * dns-server ADDRESS in NETWORK forwards|public                    or "ADDRESS outside ..."
 * network NETWORK dns ADDRESS ...
 * public-name NAME ADDRESS
 * fault SERVICE WHERE WHAT [DETAIL]    as World.Fault says; "once" in the detail leaves the retry alone
 * latency SERVICE MILLISECONDS
 * </pre>
 */
package linkdoctor.lab.scenario;
