package linkdoctor.probe.survey;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

import linkdoctor.facts.Probed;
import linkdoctor.facts.ResourceId;
import linkdoctor.facts.azure.DiagnosticSetting;
import linkdoctor.facts.monitor.AuditWish;
import linkdoctor.kql.AuditQuery;
import linkdoctor.probe.Arm;

/** The vault's audit log: which workspace could keep it, and what one says that the service saw. */
final class Logs {
    private final Arm azure;
    private final Board board;
    private final AuditWish wish;

    Logs(Arm azure, Board board, AuditWish wish) {
        this.azure = azure;
        this.board = board;
        this.wish = wish;
    }

    /** @param first what must have been asked before: the requests that the log is to show, and who put them */
    void look(Future<Probed<ResourceId>> vault, Future<Probed<List<DiagnosticSetting>>> settings, List<Future<? extends Probed<?>>> first) {
        board.fact("workspaces", () -> Board.after(vault, id -> Board.after(settings, kept -> wish.workspace().isPresent() || kept.stream().noneMatch(DiagnosticSetting::audits)
                ? azure.workspaces(id, wish.workspace()) : Probed.notTried("The audit log is kept already."))));
        board.fact("auditLog", () -> switch (wish.reading()) {
            case LEFT_OUT -> Probed.notTried("The audit log is read on request alone.");
            case WANTED -> Board.after(vault, id -> Board.after(settings, kept -> {
                Optional<ResourceId> workspace = wish.workspace().or(() -> kept.stream().filter(DiagnosticSetting::audits)
                        .flatMap(one -> one.workspace().stream()).findFirst());
                if (workspace.isEmpty()) {
                    return Probed.notTried("No diagnostic setting sends the audit log to a workspace, so there is none to ask.");
                }
                for (Future<? extends Probed<?>> each : first) {
                    each.get();
                }
                board.looking("asking workspace " + workspace.get().name());
                return azure.auditTrail(workspace.get(), AuditQuery.of(board.soFar()));
            }));
        });
    }
}
