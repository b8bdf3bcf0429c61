package linkdoctor.facts;

/**
 * A part of the world that a listing does not cover.
 *
 * @param scope   what was not read, for example {@code subscription hub (1111…)}
 * @param failure why
 */
public record Gap(String scope, Failure failure) {
}
