#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

int nc_has_direct_color(void) {
    char *text = tigetstr("RGB");
    return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (text != NULL && text != (char *)-1);
}

int nc_put_cells(int y, int x, uint32_t attributes, int pair, const wchar_t *scalars, int count) {
    for (int i = 0; i < count; i++) {
        wchar_t text[CCHARW_MAX + 1] = {0};
        wmemcpy(text, scalars + i * NC_CELL_SCALARS, NC_CELL_SCALARS);
        cchar_t cell;
        if (setcchar(&cell, text, (attr_t)attributes, 0, &pair) == ERR) return ERR;
        if (mvwadd_wchnstr(stdscr, y, x, &cell, 1) == ERR) return ERR;
        int width = wcwidth(text[0]);
        x += width > 1 ? width : 1;
    }
    return OK;
}

int nc_read_cell(int y, int x, wchar_t *scalars, uint32_t *attributes, int *pair) {
    cchar_t cell;
    attr_t found = 0;
    short unused = 0;
    if (mvwin_wch(stdscr, y, x, &cell) == ERR) return ERR;
    wmemset(scalars, 0, CCHARW_MAX + 1);
    if (getcchar(&cell, scalars, &found, &unused, pair) == ERR) return ERR;
    *attributes = (uint32_t)(found & ~(attr_t)A_COLOR);
    return OK;
}

int nc_window_size(int fd, int *rows, int *columns) {
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

int nc_write(int fd, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(fd, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        } else if (errno == EAGAIN) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            return -1;
        }
    }
    return 0;
}
