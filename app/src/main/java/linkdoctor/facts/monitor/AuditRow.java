package linkdoctor.facts.monitor;

/**
 * A request as the vault's audit log has it. What the log leaves out is empty.
 *
 * @param at        ISO 8601, as the log writes it
 * @param operation {@code SecretGet} and the like
 * @param address   where it came from, as the service saw it
 * @param status    HTTP status; 0 where the log has none
 * @param result    the status in a word, {@code Forbidden}; the log's own {@code ResultType} says Success of refusals too
 * @param reason    why it was refused
 * @param objectId  who asked
 * @param appId     with which application
 * @param way       how it arrived: {@code PublicIP}, {@code Subnet}, {@code PrivateEndpoint} …
 */
public record AuditRow(String at, String operation, String address, int status, String result, String reason, String objectId, String appId,
                       String way) {

    /** Whether the service turned the request away. */
    public boolean refused() {
        return status >= 400;
    }
}
