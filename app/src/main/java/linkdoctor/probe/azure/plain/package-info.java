/** Questions for which the Azure SDK here has no model: plain requests, and their answers as maps and lists. */
package linkdoctor.probe.azure.plain;
