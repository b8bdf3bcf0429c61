/** What a principal may do with what a vault keeps, in the permission model that is in force. */
package linkdoctor.check.permission;
