package linkdoctor.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;

/** What a scene looks like, as a file. */
final class Picture {
    private Picture() {
    }

    /** @param scale pixels a unit, as the system's scaling has it */
    static void write(Scene scene, double scale, Path file) throws IOException {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(new Scale(scale, scale));
        WritableImage seen = scene.getRoot().snapshot(how, null);
        BufferedImage image = new BufferedImage((int) seen.getWidth(), (int) seen.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, seen.getPixelReader().getArgb(x, y));
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
