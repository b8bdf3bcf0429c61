package linkdoctor.ui.page;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import linkdoctor.Practice;
import linkdoctor.ui.model.Place;
import linkdoctor.ui.part.SelectableText;
import linkdoctor.ui.part.Shown;
import linkdoctor.ui.part.command.CommandBox;
import linkdoctor.ui.part.row.CheckRow;

import static linkdoctor.ui.page.OnLab.on;
import static linkdoctor.ui.page.OnLab.until;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of the zone's section, from before the run until after the repair. */
@ExtendWith(ApplicationExtension.class)
class SectionPageTest {
    private OnLab lab;

    @Start
    void start(Stage stage) throws Exception {
        lab = new OnLab("zone-not-linked");
        lab.show(stage, Place.section(6));
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    private CheckRow row(String id) {
        return lab.the("#row-" + id, CheckRow.class);
    }

    private boolean marked(CheckRow row, String word) {
        return row.lookupAll(".change-chip").stream().anyMatch(chip -> chip.isVisible() && ((Labeled) chip).getText().equals(word));
    }

    @Test
    void rowsFillWhatFailedOpensAndAfterTheRepairWhatChangedIsMarked(FxRobot robot) throws Exception {
        CheckRow linked = row("zone-linked");
        CheckRow exists = row("zone-exists");
        assertThat(on(() -> linked.line().shown())).isEqualTo(Shown.WAITING);

        lab.run();
        until(() -> linked.open().get());
        assertThat(on(() -> linked.line().shown())).isEqualTo(Shown.BROKEN);
        assertThat(on(() -> exists.open().get())).as("what passes stays closed").isFalse();

        on(() -> {
            exists.head().requestFocus();
            return true;
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> exists.open().get());
        assertThat(on(() -> exists.lookup(".evidence") != null)).isTrue();

        SelectableText said = on(() -> (SelectableText) exists.lookup(".check-said"));
        assertThat(said.text()).as("a long id is cut short").contains("subscription aaaaaaaa…aaaa");
        assertThat(said.selectedText()).as("and copied whole").contains("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");

        CommandBox commands = on(() -> (CommandBox) linked.lookup(".remedy .command-box"));
        on(() -> {
            ((ButtonBase) commands.lookup(".copy")).fire();
            return true;
        });
        assertThat(on(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(commands.commands()).startsWith("az network private-dns link vnet create");
        on(() -> {
            ((ButtonBase) linked.lookup("#shell-ps1")).fire();
            return true;
        });
        assertThat(on(commands::commands)).contains("New-AzPrivateDnsVirtualNetworkLink");

        Practice.heal(lab.lab);
        lab.again();
        until(() -> linked.line().shown() == Shown.FINE);
        assertThat(row("zone-linked")).as("the row is kept").isSameAs(linked);
        assertThat(on(() -> marked(linked, "Fixed"))).isTrue();
        assertThat(on(() -> marked(exists, "Fixed"))).isFalse();
        assertThat(on(() -> exists.open().get() && linked.open().get())).as("what was open stays open").isTrue();
        assertThat(on(() -> linked.lookup(".remedy") == null)).as("a repair that is made is not offered any more").isTrue();

        on(() -> {
            lab.model.signOut();
            return true;
        });
        assertThat(on(() -> exists.open().get() || linked.open().get())).as("of another vault nothing is open").isFalse();
        assertThat(on(() -> linked.line().shown())).isEqualTo(Shown.WAITING);
    }

    @Test
    void beforeAnyRunThePageSaysWhatWillAppearAndHow() throws Exception {
        Node choose = on(() -> lab.the(".hint-box .button", Node.class));
        assertThat(on(choose::isVisible)).isTrue();
        on(() -> {
            ((ButtonBase) choose).fire();
            return true;
        });
        assertThat(on(() -> lab.model.navigation().place().get())).as("one signs in before there are vaults to choose from").isEqualTo(Place.Page.SIGN_IN);
    }
}
