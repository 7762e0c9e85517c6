// Brings the terminal back when the program dies. Everything here may run in a signal handler: only calls
// that are safe there, and plain variables.
#include "CNcurses.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL_COUNT = sizeof fatal / sizeof *fatal, STACK_SIZE = 64 * 1024 };

// Mouse and bracketed paste off, cursor on, cursor keys and keypad normal, attributes off, main screen.
static const char bye[] = "\033[?1006l\033[?1000l\033[?2004l\033[?25h\033[?1l\033>\033[0m\033[?1049l\r";
static const char palette_bye[] = "\033]104\007";

static volatile sig_atomic_t armed, palette_changed;
static int input_fd = -1, output_fd = -1, error_fd = -1;
static struct termios before;
static struct sigaction chained[FATAL_COUNT];

static void restore(void) {
    if (!armed) return;
    armed = 0;
    ssize_t ignored = 0;
    if (palette_changed) ignored += write(output_fd, palette_bye, sizeof palette_bye - 1);
    ignored += write(output_fd, bye, sizeof bye - 1);
    (void)ignored;
    tcsetattr(input_fd, TCSANOW, &before);
    if (error_fd >= 0) dup2(error_fd, 2);
}

static void on_crash(int signal_number, siginfo_t *info, void *context) {
    restore();
    for (int i = 0; i < FATAL_COUNT; i++) {
        if (fatal[i] != signal_number) continue;
        if ((chained[i].sa_flags & SA_SIGINFO) && chained[i].sa_sigaction) {
            chained[i].sa_sigaction(signal_number, info, context);
            return;
        }
        sigaction(signal_number, &chained[i], NULL);
    }
    // A fault comes again by itself when this returns; what another process sent does not.
    if (info->si_code <= 0) raise(signal_number);
}

void nc_guard_this_thread(void) {
    static char stack[STACK_SIZE];
    stack_t current;
    if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
}

static void install(void) {
    static int installed;
    if (installed) return;
    installed = 1;
    atexit(restore);
    for (int i = 0; i < FATAL_COUNT; i++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_sigaction = on_crash;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        sigaction(fatal[i], &action, &chained[i]);
    }
}

void nc_guard_arm(int input, int output) {
    if (tcgetattr(input, &before) != 0) return;
    input_fd = input;
    output_fd = output;
    error_fd = -1;
    install();
    armed = 1;
}

void nc_guard_saved_error(int saved_error) { error_fd = saved_error; }
void nc_guard_palette_changed(int changed) { palette_changed = changed; }
void nc_guard_disarm(void) { armed = 0; }
