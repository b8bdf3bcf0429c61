package linkdoctor.explain.kind;
import java.util.List;
final class VaultState { static final List<Kind> KINDS = List.of(); static final List<Kind> REFUSED = List.of(); }
