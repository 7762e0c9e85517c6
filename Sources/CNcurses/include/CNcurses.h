#ifndef CNCURSES_H
#define CNCURSES_H

// Without it the wide-character half of curses stays hidden from Swift, which reads this header with flags
// of its own.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif

#include <curses.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

// What Swift does not import: macros with casts, and variables that anybody may change.

static const uint32_t NC_A_BOLD = A_BOLD, NC_A_DIM = A_DIM, NC_A_REVERSE = A_REVERSE,
                      NC_A_UNDERLINE = A_UNDERLINE, NC_A_ITALIC = A_ITALIC;

static inline WINDOW *nc_screen_window(void) { return stdscr; }
static inline int nc_colors(void) { return COLORS; }
static inline int nc_color_pairs(void) { return COLOR_PAIRS; }
static inline int nc_key_f(int number) { return KEY_F(number); }
/// Forgets what curses thinks is on the terminal: the next update draws everything.
static inline void nc_forget_screen(void) { clearok(curscr, TRUE); }
/// Whether the terminal takes colours as 24 bits (xterm-direct and its kin).
int nc_has_direct_color(void);

/// As many code points as one cell holds.
enum { NC_CELL_SCALARS = CCHARW_MAX };

/// Writes `count` characters from (x, y) on, without wrapping, scrolling or reading control characters.
/// `scalars` has NC_CELL_SCALARS code points for each, filled up with zeros: a base and what combines
/// with it.
int nc_put_cells(int y, int x, uint32_t attributes, int pair, const wchar_t *scalars, int count);
/// Reads a cell of the window back: NC_CELL_SCALARS + 1 code points, the attributes without the colour,
/// the pair.
int nc_read_cell(int y, int x, wchar_t *scalars, uint32_t *attributes, int *pair);

/// The window's size as the kernel knows it; -1 where it does not.
int nc_window_size(int fd, int *rows, int *columns);
/// Writes all of it, whatever interrupts; -1 where the terminal is gone.
int nc_write(int fd, const char *bytes, size_t count);

/// From now on a crash, or `exit` from anywhere, brings the terminal back: modes, screen, cursor, palette,
/// and file descriptor 2 from `saved_error` where that is one. Whoever handled crashes before still does,
/// after us.
void nc_guard_arm(int input, int output);
/// Gives the calling thread a second stack to crash on: one that has overflowed cannot carry a handler.
void nc_guard_this_thread(void);
void nc_guard_saved_error(int saved_error);
void nc_guard_palette_changed(int changed);
/// The terminal has been brought back in order.
void nc_guard_disarm(void);

#endif
