/** Steps that repairs of several sections are made of. */
package linkdoctor.check.repair;
