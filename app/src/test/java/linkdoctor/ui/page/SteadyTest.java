package linkdoctor.ui.page;

import java.util.stream.IntStream;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static linkdoctor.ui.page.OnLab.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is being read stays where it is on the screen. */
@ExtendWith(ApplicationExtension.class)
class SteadyTest {
    private static final int ROW = 100;
    private final VBox list = new VBox();
    private ScrollPane scroll;

    @Start
    void start(Stage stage) {
        IntStream.range(0, 20).forEach(row -> list.getChildren().add(row(ROW)));
        scroll = new ScrollPane(new VBox(row(ROW), list));
        scroll.setFitToWidth(true);
        stage.setScene(new Scene(scroll, 400, 350));
        stage.show();
    }

    private static Region row(int height) {
        Region row = new Region();
        row.setMinHeight(height);
        return row;
    }

    private double top(int row) {
        Node node = list.getChildren().get(row);
        return node.localToScene(0, 0).getY();
    }

    @Test
    void whatGrowsAboveMovesNothingAndWhatGrowsBelowNeitherDoes() throws Exception {
        on(() -> {
            scroll.setVvalue(0.5);
            scroll.layout();
            return true;
        });
        int read = on(() -> IntStream.range(0, 20).filter(row -> top(row) >= 0).findFirst().orElseThrow());
        assertThat(read).isGreaterThan(3);
        double before = on(() -> top(read));
        on(() -> {
            Steady.keep(list, () -> {
                ((Region) list.getChildren().getFirst()).setMinHeight(3 * ROW);
                ((Region) list.getChildren().getLast()).setMinHeight(2 * ROW);
                list.getChildren().get(1).setManaged(false);
            });
            return true;
        });
        assertThat(on(() -> top(read))).isCloseTo(before, within(1.5));
        assertThat(on(() -> list.getHeight())).as("it did grow").isEqualTo(20 * ROW + 2 * ROW);
    }

    @Test
    void atTheTopOfAPageNothingIsScrolled() throws Exception {
        on(() -> {
            Steady.keep(list, () -> ((Region) list.getChildren().getFirst()).setMinHeight(3 * ROW));
            return true;
        });
        assertThat(on(() -> scroll.getVvalue())).isZero();
    }
}
