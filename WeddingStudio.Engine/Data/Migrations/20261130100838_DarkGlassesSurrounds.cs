using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <inheritdoc />
    public partial class DarkGlassesSurrounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "Measures_DarkGlasses",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Surround",
                table: "Faces",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Measures_DarkGlasses",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Surround",
                table: "Faces");
        }
    }
}
