package preview

import "syscall"

// networkFolder reports whether a folder is on a kind of disk that does not
// tell of changes made elsewhere, and what it is called (statfs(2)).
func networkFolder(dir string) (string, bool) {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return "", false
	}
	name, ok := map[uint32]string{
		0x6969:     "NFS",
		0x517b:     "SMB",
		0xfe534d42: "SMB",
		0xff534d42: "CIFS",
		0x01021997: "9P", // Windows' disks in WSL, folders of a virtual machine
		0x786f4256: "VirtualBox",
		0xbacbacbc: "VMware",
		0x65735546: "FUSE", // sshfs and its kin
		0x61636673: "ACFS",
		0x5346414f: "AFS",
	}[uint32(s.Type)]
	return name, ok
}
