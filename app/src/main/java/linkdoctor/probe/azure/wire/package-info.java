/** The way to Azure: one HTTP client, its pipelines, deadlines, and what each failure means. */
package linkdoctor.probe.azure.wire;
