/** The files that `kith setup` puts in place on a Debian server, as text. */

/**
 * A proxy's own error log has the address that was asked for, and with it a room's code, and who asked, whenever Kith does
 * not answer; so it is silenced, and nothing else is logged by Caddy unless it is told to.
 */
export const caddyfile = (
  site: string,
  upstream: string,
): string => `# Kith. Certificates are fetched and renewed by themselves; WebSocket goes through as it is.
{
	log default {
		exclude http.log.access http.log.error http.handlers.reverse_proxy
	}
}

${site} {
	# X-Forwarded-For is Caddy's own: what callers write there is thrown away.
	reverse_proxy ${upstream}
}
`

export const environmentFile = (
  domain: string,
  port: number,
  dataDir: string,
): string => `# Read by the service and by the command kith. All variables: docs/self-hosting.md.
PUBLIC_URL=https://${domain}
PORT=${port}
KITH_DATA_DIR=${dataDir}
NODE_ENV=production
`

/** Closed as far as Node allows: it makes code at run time, so that memory may be written and then run. */
export const unit = (node: string, program: string): string => `[Unit]
Description=Kith
Wants=network-online.target
After=network-online.target

[Service]
User=kith
EnvironmentFile=/etc/kith.env
ExecStart=${node} ${program} start
Restart=on-failure
RestartSec=2
TimeoutStopSec=30
StateDirectory=kith
StateDirectoryMode=0700
UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProcSubset=pid
PrivateDevices=yes
PrivateTmp=yes
RemoveIPC=yes
LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_NETLINK AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service @pkey
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM

[Install]
WantedBy=multi-user.target
`

/** The command with the service's own settings, and as its user: root would leave files that it cannot read. */
export const wrapper = (node: string, program: string): string => `#!/bin/sh
set -a
. /etc/kith.env
exec runuser -u kith -- ${node} ${program} "$@"
`
