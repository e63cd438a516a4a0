using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeddingStudio.Engine.Data.Migrations
{
    /// <inheritdoc />
    public partial class EyesSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "Measures_EyeSeenOpenLeft",
                table: "Faces",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Measures_EyeSeenOpenRight",
                table: "Faces",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Measures_EyeSeenOpenLeft",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Measures_EyeSeenOpenRight",
                table: "Faces");
        }
    }
}
