/** Questions for which the SDK has no model. */
package linkdoctor.probe.azure.raw;
